# Lesson 04: facts about threads
#
# current_thread, main_thread, name, ident, is_alive, active_count, enumerate.
#
# Run it alone: python3 lesson04.py
import threading
from threading import Event, Thread


def work(inside, leave):
    me = threading.current_thread()
    print('inside:', me.name, 'is alive:', me.is_alive())
    print('inside: my ident:', me.ident == threading.get_ident())
    print('inside: I am the main thread:', me is threading.main_thread())
    inside.set()
    leave.wait()


if __name__ == '__main__':
    main = threading.main_thread()
    print('main:', main.name, main is threading.current_thread())
    print('active:', threading.active_count())

    inside = Event()
    leave = Event()
    t = Thread(target=work, args=(inside, leave), name='reader')
    print('before start:', t.name, t.ident, t.is_alive(), t)

    t.start()
    inside.wait()
    print('started:', t.name, t.ident is not None, t.is_alive())
    print('active:', threading.active_count())
    print('all:', sorted(t.name for t in threading.enumerate()))
    t.setName('writer')
    print('renamed:', t.getName(), t.name)

    leave.set()
    t.join()
    print('ended:', t.name, t.ident is not None, t.is_alive())
    print('active:', threading.active_count())

    unnamed = Thread(target=work, args=(inside, leave))
    print('a name of its own:', unnamed.name.startswith('Thread-'))
