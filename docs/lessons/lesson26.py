# Lesson 26: a worker that is killed in the middle of a task
#
# The pool starts another worker and goes on. Who waits for the lost task must not wait for ever: CPython's pool never
# tells, so wait with a time limit there; Pythonic's raises WorkerLostError at once.
#
# Run it alone: python3 lesson26.py
import os
import signal
from multiprocessing import Pool, TimeoutError


def square(n):
    return n * n


def die(_):
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == '__main__':
    pool = Pool(2)
    before = pool.apply_async(square, (3,))
    lost = pool.apply_async(die, (0,))
    after = [pool.apply_async(square, (n,)) for n in range(5)]
    print('before:', before.get())
    print('after:', [result.get() for result in after])
    try:
        lost.get(timeout=3)
    except TimeoutError:
        print('the task was lost with its worker')
    print('the pool goes on:', pool.map(square, range(4)))
    pool.terminate()
    pool.join()
