# Lesson 12: producers and consumers, and three ways to end them
#
# task_done and join; a None that says "no more"; shutdown().
#
# Run it alone: python3 lesson12.py
# Needs Python 3.13 or newer: Queue.shutdown is new there.
from queue import Queue, ShutDown
from threading import Thread

eaten = []


def cook(q, name, dishes):
    for i in range(1, dishes + 1):
        q.put(name + ' ' + str(i))


def eat_for_ever(q):
    while True:
        dish = q.get()
        eaten.append(dish)
        q.task_done()


def eat_until_none(q):
    while True:
        dish = q.get()
        if dish is None:
            break
        print('eats', dish)
    print('was told that no more comes')


def eat_until_shutdown(q):
    try:
        while True:
            print('eats', q.get())
    except ShutDown:
        print('the queue is shut down and empty')


if __name__ == '__main__':
    q = Queue()
    for _ in range(3):
        Thread(target=eat_for_ever, args=(q,), daemon=True).start()
    cooks = []
    for name in ['bun', 'egg']:
        cooks.append(Thread(target=cook, args=(q, name, 3)))
    for c in cooks:
        c.start()
    for c in cooks:
        c.join()
    q.join()
    print('every dish is done:', sorted(eaten))
    try:
        q.task_done()
    except ValueError as e:
        print('ValueError:', e)

    q = Queue(2)
    eater = Thread(target=eat_until_none, args=(q,))
    eater.start()
    cook(q, 'pie', 4)
    q.put(None)
    eater.join()

    q = Queue(2)
    eater = Thread(target=eat_until_shutdown, args=(q,))
    eater.start()
    cook(q, 'tea', 4)
    q.shutdown()
    eater.join()
    try:
        q.put('too late')
    except ShutDown:
        print('put after shutdown raises ShutDown')
