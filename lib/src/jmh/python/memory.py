"""The memory of an idle process, in MiB."""
import multiprocessing as mp
import sys
import time


def idle(queue):
    queue.put(None)
    time.sleep(1000)


def mebibytes(rollup, beginning):
    return sum(int(line.split()[1]) for line in rollup if line.startswith(beginning)) / 1024


if __name__ == '__main__':
    ctx = mp.get_context('spawn')
    ready = ctx.SimpleQueue()
    process = ctx.Process(target=idle, args=(ready,))
    process.start()
    ready.get()
    time.sleep(float(sys.argv[1]))
    with open(f'/proc/{process.pid}/smaps_rollup') as file:
        lines = file.readlines()
    process.kill()
    process.join()
    print(f'rss {mebibytes(lines, "Rss:")}')
    print(f'uss {mebibytes(lines, "Private_")}')
