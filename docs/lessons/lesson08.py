# Lesson 08: Event, the traffic light and the cars
#
# All that wait go on when the event is set. Who comes while it is set does not wait.
#
# Run it alone: python3 lesson08.py
from threading import Event, Semaphore, Thread

green = Event()
arrived = Semaphore(0)


def car(n):
    if green.is_set():
        print('car', n, 'drives through at green')
        return
    print('car', n, 'waits at red')
    arrived.release()
    green.wait()
    print('car', n, 'drives on')


if __name__ == '__main__':
    cars = [Thread(target=car, args=(n,)) for n in range(1, 6)]
    for c in cars:
        c.start()
    for c in cars:
        arrived.acquire()

    print('light: green')
    green.set()
    for c in cars:
        c.join()

    late = Thread(target=car, args=(6,))
    late.start()
    late.join()

    green.clear()
    print('light: red, is_set', green.is_set(), 'isSet', green.isSet())
    print('a driver who waits a moment only:', green.wait(0.05))
    green.set()
    print('and at green:', green.wait(0.05))
