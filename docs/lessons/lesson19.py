# Lesson 19: a lock around printing from ten processes
#
# Without the lock the two halves of a line could be apart.
#
# Run it alone: python3 lesson19.py
from multiprocessing import Lock, Process


def show(lock, i):
    with lock:
        print('process', i, end=' ', flush=True)
        print('has the lock', flush=True)


if __name__ == '__main__':
    lock = Lock()
    processes = []
    for i in range(10):
        p = Process(target=show, args=(lock, i))
        p.start()
        processes.append(p)
    for p in processes:
        p.join()
    print(lock, [p.exitcode for p in processes])
