"""Starts of CPython's processes, in milliseconds: a line for each, name and median."""
import multiprocessing as mp
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


if __name__ == '__main__':
    for each in ('spawn', 'forkserver', 'fork'):
        starts(each)
