# Lesson 48: gevent, a server with a greenlet for each client
#
# A hundred clients in greenlets talk to one server in the same thread, all at once.
#
# Run it alone: python3 lesson48.py
# Needs the Python module gevent.

from gevent import monkey

monkey.patch_all()

import socket

import gevent

CLIENTS = 100


def server(listener):
    while True:
        conn, address = listener.accept()
        gevent.spawn(handle_request, conn)


def handle_request(conn):
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(data.decode("utf-8").upper().encode("utf-8"))
    conn.close()


def client(port, number):
    s = socket.socket()
    s.connect(("127.0.0.1", port))
    for word in ["hello", "from"]:
        s.sendall((word + " " + str(number)).encode("utf-8"))
        reply = s.recv(1024).decode("utf-8")
        gevent.sleep(0.01)
    s.close()
    return reply


if __name__ == "__main__":
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(500)
    running = gevent.spawn(server, listener)

    clients = [gevent.spawn(client, listener.getsockname()[1], i) for i in range(CLIENTS)]
    gevent.joinall(clients, timeout=60)
    print("answered:", sum(1 for c in clients if c.successful()))
    print(clients[0].value, "...", clients[-1].value)
    running.kill()
    print("server:", running.dead)
    listener.close()
