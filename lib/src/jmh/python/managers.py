"""Objects of a manager: calls in a thousand a second."""
import multiprocessing as mp
import sys
import time

ITEMS = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000


ROUNDS = 3


def rate(name, count, work):
    for _ in range(ROUNDS):
        work()
    begun = time.perf_counter()
    work()
    print(name, count / (time.perf_counter() - begun) / 1000)


def put(queue, barrier):
    for _ in range(ROUNDS):
        barrier.wait()
        for i in range(ITEMS):
            queue.put(i)
        barrier.wait()


def get(queue, barrier):
    for _ in range(ROUNDS):
        barrier.wait()
        for i in range(ITEMS):
            queue.get()
        barrier.wait()


def dict_calls(d):
    for i in range(ITEMS):
        d['a'] = i
        d['a']


def lock_calls(lock):
    for _ in range(ITEMS):
        with lock:
            pass


def big_calls(d, value):
    for _ in range(200):
        d['b'] = value
        d['b']


if __name__ == '__main__':
    with mp.Manager() as manager:
        d = manager.dict()
        lock = manager.Lock()
        value = bytes(1_000_000)
        rate('dict', 2 * ITEMS, lambda: dict_calls(d))
        rate('lock', ITEMS, lambda: lock_calls(lock))
        rate('big', 400, lambda: big_calls(d, value))
        queue = manager.Queue()
        barrier = mp.Barrier(3)
        processes = [mp.Process(target=work, args=(queue, barrier)) for work in (put, get)]
        for process in processes:
            process.start()
        for _ in range(ROUNDS):
            barrier.wait()
            begun = time.perf_counter()
            barrier.wait()
        print('queue', ITEMS / (time.perf_counter() - begun) / 1000)
        for process in processes:
            process.join()
