# Lesson 09: Condition to wait until something holds, Barrier to go on together
#
# The producer waits until the basket is empty, the consumer until it is full; each wakes the other.
#
# Run it alone: python3 lesson09.py
from threading import Barrier, Condition, Thread

basket = []
cond = Condition()
places = []


def produce(loaves):
    for loaf in range(1, loaves + 1):
        with cond:
            cond.wait_for(lambda: not basket)
            basket.append(loaf)
            print('producer: loaf', loaf)
            cond.notify()


def consume(loaves):
    for _ in range(loaves):
        with cond:
            cond.wait_for(lambda: basket)
            print('consumer: loaf', basket.pop())
            cond.notify()


def shot():
    print('all are ready: bang')


start = Barrier(3, action=shot)


def runner(n):
    print('runner', n, 'is ready')
    place = start.wait()
    print('runner', n, 'runs')
    places.append(place)


if __name__ == '__main__':
    threads = [Thread(target=produce, args=(4,)), Thread(target=consume, args=(4,))]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

    with cond:
        print('nobody notifies:', cond.wait(0.05))
    try:
        cond.notify()
    except RuntimeError as e:
        print('without the lock:', e)

    runners = [Thread(target=runner, args=(n,)) for n in range(1, 4)]
    for r in runners:
        r.start()
    for r in runners:
        r.join()
    print('each has a number of its own:', sorted(places))
