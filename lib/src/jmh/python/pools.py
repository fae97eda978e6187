"""Rates of pools with two workers, a second."""
import multiprocessing as mp
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def inc(x):
    return x + 1


def same(x):
    return x


def rate(name, count, work, rounds):
    best = 0
    for _ in range(rounds):
        begun = time.perf_counter()
        work(count)
        best = max(best, count / (time.perf_counter() - begun))
    print(name, best, flush=True)


def apply(pool):
    def work(count):
        for i in range(count):
            pool.apply(inc, (i,))
    return work


def apply_async(pool):
    def work(count):
        results = [pool.apply_async(inc, (i,)) for i in range(count)]
        for result in results:
            result.get()
    return work


def submit(executor):
    def work(count):
        futures = [executor.submit(inc, i) for i in range(count)]
        for future in futures:
            future.result()
    return work


def best(work):
    times = []
    end = time.perf_counter() + 0.5
    while len(times) < 3 or time.perf_counter() < end:
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return min(times)


def ready(method):
    context = mp.get_context(method)
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        pool = context.Pool(2)
        pool.apply(inc, (1,))
        times.append((time.perf_counter() - begun) * 1000)
        pool.terminate()
        pool.join()
        time.sleep(0.5)
    print('ready_' + method, sorted(times)[2], flush=True)


if __name__ == '__main__':
    if sys.argv[1] == 'ready':
        ready('fork')
        ready('spawn')
    elif sys.argv[1] == 'growth':
        with mp.Pool(2) as pool:
            for count in (1, 10, 100, 1000, 10000, 100000):
                print('tasks_%d' % count, best(lambda: apply_async(pool)(count)))
            for size in (10, 1000, 100000, 10000000):
                data = bytes(size)
                pool.apply(same, (data,))
                print('bytes_%d' % size, best(lambda: pool.apply(same, (data,))))
        for workers in (1, 2, 4, 8, 16, 32):
            with mp.Pool(workers) as pool:
                pool.map(inc, range(100))
                print('workers_%d' % workers, best(lambda: apply_async(pool)(5000)))
    else:
        with mp.Pool(2) as pool:
            rate('apply', 2000, apply(pool), 3)
            rate('apply_async', 20000, apply_async(pool), 3)
            rate('map', 1000000, lambda count: pool.map(inc, range(count)), 3)
            rate('imap_unordered', 20000, lambda count: sum(1 for _ in pool.imap_unordered(inc, range(count))), 3)
        with ProcessPoolExecutor(2, mp_context=mp.get_context('fork')) as executor:
            rate('submit', 5000, submit(executor), 3)
