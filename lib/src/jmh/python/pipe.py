"""A small message through a pipe to another process and back, in microseconds; and those of a mebibyte one way, in MiB/s,
from when both are ready."""
import multiprocessing as mp
import time

TIMES = 10_000
LARGE = 1 << 20
LARGE_TIMES = 1000
ROUNDS = 3


def echo(connection):
    while True:
        value = connection.recv()
        if value is None:
            return
        connection.send(value)


def sink(connection):
    for _ in range(ROUNDS):
        connection.send_bytes(b'ready')
        while connection.recv_bytes():
            pass
        connection.send_bytes(b'done')


def measure(connection):
    begun = time.perf_counter()
    for i in range(TIMES):
        connection.send(i)
        connection.recv()
    return (time.perf_counter() - begun) / TIMES * 1e6


def stream(connection):
    large = bytes(LARGE)
    connection.recv_bytes()
    begun = time.perf_counter()
    for _ in range(LARGE_TIMES):
        connection.send_bytes(large)
    connection.send_bytes(b'')
    connection.recv_bytes()
    return LARGE_TIMES / (time.perf_counter() - begun)


if __name__ == '__main__':
    here, there = mp.Pipe()
    process = mp.Process(target=echo, args=(there,))
    process.start()
    print('round', min(measure(here) for _ in range(5)))
    here.send(None)
    process.join()
    process = mp.Process(target=sink, args=(there,))
    process.start()
    print('stream', max(stream(here) for _ in range(ROUNDS)))
    process.join()
