"""Two processes add to a value under a lock: millions in a second."""
import multiprocessing as mp
import time

PROCESSES = 2
TIMES = 300_000


def add(value, lock, barrier):
    barrier.wait()
    for _ in range(TIMES):
        with lock:
            value.value += 1
    barrier.wait()


if __name__ == '__main__':
    value = mp.Value('i', 0, lock=False)
    lock = mp.Lock()
    barrier = mp.Barrier(PROCESSES + 1)
    processes = [mp.Process(target=add, args=(value, lock, barrier)) for _ in range(PROCESSES)]
    for process in processes:
        process.start()
    barrier.wait()
    begun = time.perf_counter()
    barrier.wait()
    print('value', PROCESSES * TIMES / (time.perf_counter() - begun) / 1e6)
    for process in processes:
        process.join()
