# Lesson 18: a daemon process ends with its parent
#
# A program waits for its processes at its end, but not for daemons: those it terminates. A daemon may not have
# children, for nobody would end them.
#
# Run it alone: python3 lesson18.py
import time
from multiprocessing import Pipe, Process, current_process


def nothing():
    pass


def guard(sender):
    print('guard:', current_process().daemon, flush=True)
    try:
        Process(target=nothing).start()
    except AssertionError as e:
        print('AssertionError:', e, flush=True)
    sender.send('on guard')
    time.sleep(1000)


def house(sender, begun):
    p = Process(target=guard, args=(sender,), daemon=True)
    p.start()
    begun.recv()
    print('the house ends')


def late():
    time.sleep(0.2)
    print('no daemon: waited for')


if __name__ == '__main__':
    receiver, sender = Pipe(duplex=False)
    house_receiver, house_sender = Pipe(duplex=False)
    p = Process(target=house, args=(sender, house_receiver))
    p.start()
    print(receiver.recv(), flush=True)
    sender.close()
    house_sender.send('go')
    p.join()
    try:
        receiver.recv()
    except EOFError:
        print('the guard is gone, too')

    p = Process(target=time.sleep, args=(1000,))
    p.daemon = True
    p.start()
    try:
        p.daemon = False
    except AssertionError as e:
        print('AssertionError:', e, flush=True)
    Process(target=late).start()
    print('main ends')
