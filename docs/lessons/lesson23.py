# Lesson 23: Manager, objects that processes share
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


def count(lock, total):
    for _ in range(100):
        with lock:
            total.value += 1


def meet(namespace, condition, event, barrier, queue, array):
    namespace.visits += 1
    array[0] = 7
    event.set()
    with condition:
        queue.put('ready')
        condition.notify()
    barrier.wait()


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

        lock = manager.Lock()
        total = manager.Value('i', 0)
        processes = [Process(target=count, args=(lock, total)) for _ in range(3)]
        for p in processes:
            p.start()
        for p in processes:
            p.join()
        print('counted under a lock:', total.value)

        namespace = manager.Namespace(visits=0)
        condition = manager.Condition()
        event = manager.Event()
        barrier = manager.Barrier(2)
        queue = manager.Queue()
        array = manager.Array('i', [1, 2, 3])
        p = Process(target=meet, args=(namespace, condition, event, barrier, queue, array))
        with condition:
            p.start()
            print('notified:', condition.wait_for(lambda: not queue.empty()), queue.get())
        print('set:', event.wait())
        barrier.wait()
        p.join()
        print('namespace:', namespace, 'array:', array)

        rlock = manager.RLock()
        with rlock, rlock:
            print('taken twice by its owner')
        semaphore = manager.Semaphore(2)
        print('semaphore:', [semaphore.acquire(False) for _ in range(3)])
        bounded = manager.BoundedSemaphore(1)
        try:
            bounded.release()
        except ValueError as e:
            print('ValueError:', e)
