# Lesson 24: Pool, tasks for a few worker processes
#
# apply waits for the result; apply_async hands out a result to ask later, and calls back in the parent.
#
# Run it alone: python3 lesson24.py
import os
import time
from multiprocessing import Pool, TimeoutError

squares = []
errors = []


def square(n):
    return n * n


def root(n):
    if n < 0:
        raise ValueError('no root of ' + str(n))
    return n ** 0.5


def pid():
    return os.getpid()


def keep(result):
    squares.append(result)


def tell(error):
    errors.append(str(error))


def sleep(seconds):
    time.sleep(seconds)


if __name__ == '__main__':
    pool = Pool(3)
    print('apply:', pool.apply(square, (5,)))
    print('in another process:', pool.apply(pid) != os.getpid())

    results = [pool.apply_async(square, (n,), callback=keep) for n in range(6)]
    print('apply_async:', [result.get() for result in results])
    good = pool.apply_async(func=root, args=(16,))
    bad = pool.apply_async(root, (-1,), error_callback=tell)
    print('good:', good.get())
    try:
        bad.get(timeout=60)
    except ValueError as e:
        print('bad:', e)

    pool.close()
    try:
        pool.apply(square, (5,))
    except ValueError as e:
        print('closed:', e)
    pool.join()
    print('called back:', sorted(squares), errors)
    print('ready:', bad.ready(), 'successful:', good.successful(), bad.successful())

    other = Pool(processes=1)
    slow = other.apply_async(sleep, (60,))
    try:
        slow.get(timeout=0.1)
    except TimeoutError:
        print('not ready within 0.1 seconds:', slow.ready())
    other.terminate()
    other.join()
    print('terminated')
