# Lesson 23: Manager, a dict and a list that processes share
#
# They live in the manager's process. Every other process holds a proxy, and each call on it goes there.
#
# Run it alone: python3 lesson23.py
from multiprocessing import Manager, Process


def square(n, squares, done):
    squares[n] = n * n
    done.append(n)


def tidy(squares, done):
    del squares[0]
    done.sort()
    done.reverse()
    done.extend([10, 20])


if __name__ == '__main__':
    with Manager() as manager:
        squares = manager.dict()
        done = manager.list()
        processes = [Process(target=square, args=(n, squares, done)) for n in range(5)]
        for p in processes:
            p.start()
        for p in processes:
            p.join()
        print('dict:', dict(sorted(squares.items())))
        print('list:', sorted(done))

        p = Process(target=tidy, args=(squares, done))
        p.start()
        p.join()
        print('changed by one more process:', done, len(squares), 0 in squares, squares[4])
        try:
            squares['zz']
        except KeyError as e:
            print('KeyError:', e)

        lists = manager.dict()
        lists['a'] = []
        lists['a'].append(1)
        print('a value that is read is a copy:', lists['a'])
        a = lists['a']
        a.append(1)
        lists['a'] = a
        print('assigned again:', lists['a'])
