"""One process puts and another gets: millions of small ints in a second, and arrays of 1 MiB in a second."""
import multiprocessing as mp
import time


def put(queue, barrier, item, count):
    barrier.wait()
    for _ in range(count):
        queue.put(item)


def rate(item, count):
    queue = mp.Queue()
    barrier = mp.Barrier(2)
    process = mp.Process(target=put, args=(queue, barrier, item, count))
    process.start()
    barrier.wait()
    begun = time.perf_counter()
    for _ in range(count):
        queue.get()
    seconds = time.perf_counter() - begun
    process.join()
    return count / seconds


if __name__ == '__main__':
    print('ints', rate(7, 300_000) / 1e6)
    print('arrays', rate(bytes(1 << 20), 1000))
