# Lesson 25: Pool, a function over many items
#
# map waits for all results; imap gives them one by one as they are asked for, imap_unordered as they come.
#
# Run it alone: python3 lesson25.py
import os
from multiprocessing import Pool

greeting = 'none'


def cube(n):
    return n * n * n


def add(a, b):
    return a + b


def reciprocal(n):
    return 1 / n if n else fail()


def fail():
    raise ValueError('no reciprocal of 0')


def prepare(text):
    global greeting
    greeting = text


def greet(name):
    return greeting + ' ' + name


def pid(_):
    return os.getpid()


if __name__ == '__main__':
    with Pool(2) as pool:
        print('map:', pool.map(cube, range(8)))
        print('map in chunks:', sum(pool.map(cube, range(1000), chunksize=100)))
        print('starmap:', pool.starmap(add, [(1, 2), (3, 4)]))
        for result in pool.imap(cube, [1, 2, 3]):
            print('imap:', result)
        print('imap_unordered:', sorted(pool.imap_unordered(cube, range(5), chunksize=2)))

        results = pool.imap(reciprocal, [1, 0, 2])
        print('first:', next(results))
        try:
            next(results)
        except ValueError as e:
            print('second:', e)
        print('third:', next(results))

        later = pool.map_async(cube, [5, 6])
        later.wait()
        print('map_async:', later.get(), later.successful())

    with Pool(2, initializer=prepare, initargs=('hello',)) as pool:
        print('initializer:', pool.map(greet, ['ann', 'bob']), 'here:', greeting)

    with Pool(1, maxtasksperchild=2) as pool:
        print('processes for six tasks:', len(set(pool.map(pid, range(6), chunksize=1))))
