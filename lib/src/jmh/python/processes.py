"""Times of CPython's multiprocessing, in milliseconds: a line for each, name and median."""
import multiprocessing as mp
import os
import sys
import time

STARTS = 15


def child(begun, queue):
    queue.put((time.monotonic() - begun) * 1e3)


def median(values):
    return sorted(values)[len(values) // 2]


def starts(method):
    ctx = mp.get_context(method)
    queue = ctx.SimpleQueue()
    first, whole = [], []
    for _ in range(STARTS):
        begun = time.monotonic()
        process = ctx.Process(target=child, args=(begun, queue))
        process.start()
        first.append(queue.get())
        process.join()
        whole.append((time.monotonic() - begun) * 1e3)
        time.sleep(float(sys.argv[1]))
    print(f'{method}_first {median(first[2:])}')
    print(f'{method}_join {median(whole[2:])}', flush=True)


def sleeper(queue):
    with open('/proc/self/status') as status:
        queue.put(next(int(line.split()[1]) for line in status if line.startswith('VmRSS')))


def memory():
    ctx = mp.get_context('spawn')
    queue = ctx.SimpleQueue()
    process = ctx.Process(target=sleeper, args=(queue,))
    process.start()
    print(f'rss {queue.get() / 1024}')
    process.join()


if __name__ == '__main__':
    for each in ('spawn', 'forkserver', 'fork'):
        starts(each)
    memory()
