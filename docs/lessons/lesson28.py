# Lesson 28: objects that a second program uses, and messages between two programs
#
# A manager serves on an address. Whoever knows the address and the authkey connects; whoever does not is refused.
#
# Run it alone: python3 lesson28.py
import threading
from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Listener
from multiprocessing.managers import BaseManager
from queue import Queue

KEY = b'abracadabra'
tasks = Queue()
answers = Queue()


class ServedManager(BaseManager):
    pass


class RemoteManager(BaseManager):
    pass


def get_tasks():
    return tasks


def get_answers():
    return answers


def second_program(address):
    RemoteManager.register('get_tasks')
    RemoteManager.register('get_answers')
    manager = RemoteManager(address, authkey=KEY)
    manager.connect()
    tasks = manager.get_tasks()
    answers = manager.get_answers()
    for _ in range(3):
        n = tasks.get()
        answers.put('%d squared is %d' % (n, n * n))


def stranger(address):
    manager = RemoteManager(address, authkey=b'guess')
    try:
        manager.connect()
    except AuthenticationError as e:
        print('a stranger is refused:', e)


def caller(address):
    with Client(address, authkey=KEY) as connection:
        connection.send(['hello', 28])
        print('the caller received:', connection.recv())


if __name__ == '__main__':
    ServedManager.register('get_tasks', get_tasks)
    ServedManager.register('get_answers', get_answers)
    server = ServedManager(('127.0.0.1', 0), authkey=KEY).get_server()
    threading.Thread(target=server.serve_forever, daemon=True).start()

    p = Process(target=second_program, args=(server.address,))
    p.start()
    for n in [2, 3, 5]:
        tasks.put(n)
        print('the second program answered:', answers.get())
    p.join()

    p = Process(target=stranger, args=(server.address,))
    p.start()
    p.join()

    with Listener(('127.0.0.1', 0), authkey=KEY) as listener:
        p = Process(target=caller, args=(listener.address,))
        p.start()
        with listener.accept() as connection:
            word, number = connection.recv()
            print('the listener received:', word, number, flush=True)
            connection.send(word.upper())
            p.join()
