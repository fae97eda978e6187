# Lesson 06: RLock, a lock that its owner may take again
#
# Two locks taken in opposite order block two threads for ever; here a time-out shows it. One RLock cures it.
#
# Run it alone: python3 lesson06.py
from threading import Barrier, Lock, RLock, Thread

fork = Lock()
knife = Lock()
both = Barrier(2)
cutlery = RLock()


def broken_eat(name, first, second):
    with first:
        both.wait()
        got = second.acquire(timeout=0.1)
        print(name, 'has one and gets the other:', got)
        both.wait()


def eat(name, meals):
    with cutlery:
        with cutlery:
            meals.append(name)


def countdown(n):
    with cutlery:
        return 'end' if n == 0 else countdown(n - 1)


def run(threads):
    for t in threads:
        t.start()
    for t in threads:
        t.join()


if __name__ == '__main__':
    print('one thread takes it five times:', countdown(4))
    print('a Lock a second time:', fork.acquire(), fork.acquire(timeout=0.05))
    fork.release()

    run([Thread(target=broken_eat, args=('A', fork, knife)),
         Thread(target=broken_eat, args=('B', knife, fork))])

    meals = []
    run([Thread(target=eat, args=('A', meals)),
         Thread(target=eat, args=('B', meals))])
    print('with one RLock both eat:', sorted(meals))

    try:
        cutlery.release()
    except RuntimeError as e:
        print('not the owner:', e)
