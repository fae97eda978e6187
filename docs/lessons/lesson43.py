# Lesson 43: poll and epoll, and selectors with a callback per socket
#
# Sockets are registered once. Level-triggered, epoll tells of what can be read as long as it can be; edge-triggered once,
# when something comes, so all must be read at once. A selector keeps a function with each socket, to be called when it is ready.
#
# Run it alone: python3 lesson43.py
# Needs Linux: other systems have no epoll.
import select
import selectors
import socket
import threading


def by_poll():
    a, b = socket.socketpair()
    poller = select.poll()
    poller.register(b, select.POLLIN)
    print('poll:', poller.poll(0))
    a.sendall(b'x')
    print('poll:', [event for fd, event in poller.poll()])
    poller.modify(b, select.POLLIN | select.POLLOUT)
    print('poll for both:', [event for fd, event in poller.poll()])
    poller.unregister(b)
    a.close()
    b.close()


def by_epoll(name, flags):
    a, b = socket.socketpair()
    b.setblocking(False)
    with select.epoll() as epoll:
        epoll.register(b, select.EPOLLIN | flags)
        a.sendall(b'abc')
        print(name, 'told', [event for fd, event in epoll.poll()])
        print(name, 'nothing was read, told', [event for fd, event in epoll.poll(0)])
        print(name, 'reads', read_all(b))
        print(name, 'all was read, told', [event for fd, event in epoll.poll(0)])
        a.sendall(b'def')
        print(name, 'more has come, told', [event for fd, event in epoll.poll()])
    a.close()
    b.close()


def read_all(conn):
    data = b''
    while True:
        try:
            data += conn.recv(2)
        except BlockingIOError:
            return data


def accept(selector, server):
    conn, addr = server.accept()
    conn.setblocking(False)
    selector.register(conn, selectors.EVENT_READ, answer)


def answer(selector, conn):
    data = conn.recv(1024)
    if data:
        conn.sendall(data.upper())
    else:
        selector.unregister(conn)
        conn.close()


def serve(server, clients):
    with selectors.DefaultSelector() as selector:
        selector.register(server, selectors.EVENT_READ, accept)
        accepted = 0
        while accepted < clients or len(selector.get_map()) > 1:
            for key, events in selector.select():
                accepted += key.data == accept
                key.data(selector, key.fileobj)


by_poll()
by_epoll('level:', 0)
by_epoll('edge:', select.EPOLLET)
server = socket.create_server(('127.0.0.1', 0))
thread = threading.Thread(target=serve, args=(server, 3))
thread.start()
clients = [socket.create_connection(server.getsockname()) for _ in range(3)]
for text in ['one', 'two']:
    for client in clients:
        client.sendall(text.encode())
    print('selector:', [client.recv(1024) for client in clients])
for client in clients:
    client.close()
thread.join()
server.close()
