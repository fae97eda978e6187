# Lesson 21: a pipe: send and recv both ways, poll, and the end
#
# Both processes must close the end that they do not use: only when nobody has it open any more does recv see the end.
#
# Run it alone: python3 lesson21.py
from multiprocessing import Pipe, Process


def talk(conn):
    conn.send([42, None, 'hello'])
    conn.send(['the child got', conn.recv()])
    conn.send_bytes(b'raw bytes')
    conn.close()


def count(conn, n):
    for i in range(n):
        conn.send(i)
    conn.close()


if __name__ == '__main__':
    parent_conn, child_conn = Pipe()
    p = Process(target=talk, args=(child_conn,))
    p.start()
    child_conn.close()
    print('parent got', parent_conn.recv())
    print('more is there:', parent_conn.poll())
    parent_conn.send({'answer': 42})
    p.join()
    print('more is there:', parent_conn.poll())
    print('parent got', parent_conn.recv())
    print('parent got', parent_conn.recv_bytes())
    print('more, or the end:', parent_conn.poll())
    try:
        parent_conn.recv()
    except EOFError:
        print('the child has closed its end')
    try:
        parent_conn.send('anybody there?')
    except BrokenPipeError as e:
        print(e)

    receiver, sender = Pipe(duplex=False)
    try:
        receiver.send(1)
    except OSError as e:
        print(e)
    p = Process(target=count, args=(sender, 3))
    p.start()
    sender.close()
    try:
        while True:
            print('received', receiver.recv())
    except EOFError:
        print('that was all')
    p.join()
