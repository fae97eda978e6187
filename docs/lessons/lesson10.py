# Lesson 10: Timer, a function called later
#
# It fires once, or not at all when it is cancelled before. One that makes its successor fires again and again.
#
# Run it alone: python3 lesson10.py
from threading import Event, Timer

count = 0
enough = Event()


def greet(greeting, name):
    print(greeting, name)


def tick():
    global count
    count += 1
    print('tick', count)
    if count < 3:
        again = Timer(0.05, tick)
        again.start()
    else:
        enough.set()


if __name__ == '__main__':
    once = Timer(0.1, greet, args=('hello', 'Ann'))
    print('fired:', once.finished.is_set())
    once.start()
    once.join()
    print('fired:', once.finished.is_set())

    never = Timer(60, greet, args=('hello', 'nobody'))
    never.start()
    never.cancel()
    never.join()
    print('cancelled:', never.finished.is_set())

    Timer(0.05, tick).start()
    enough.wait()
    print('ticked', count, 'times')
