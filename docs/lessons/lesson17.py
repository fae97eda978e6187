# Lesson 17: processes do not share memory, threads do
#
# What a child process changes, a global or a list it was given, stays unchanged in the parent.
#
# Run it alone: python3 lesson17.py
from multiprocessing import Process
from threading import Thread

balance = 100
names = ['parent']


def change(numbers):
    global balance
    balance = 0
    names.append('changed')
    numbers.append(4)
    print('inside: ', balance, names, numbers)


if __name__ == '__main__':
    numbers = [1, 2, 3]
    print('before: ', balance, names, numbers)

    p = Process(target=change, args=(numbers,))
    p.start()
    p.join()
    print('after a process:', balance, names, numbers)

    t = Thread(target=change, args=(numbers,))
    t.start()
    t.join()
    print('after a thread: ', balance, names, numbers)
