# Lesson 44: a thread per client by hand, with select on the listening socket
#
# The server waits for clients by select with a time-out, so between two clients it can see that it is to stop. Each client
# has a thread of its own, and they are joined at the end.
#
# Run it alone: python3 lesson44.py
import select
import socket
import threading

stopping = threading.Event()
lock = threading.Lock()
served = {}


def talk(conn, number):
    with conn:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            with lock:
                served[number] = served.get(number, 0) + 1
            conn.sendall(data[::-1])


def serve(server):
    threads = []
    while not stopping.is_set():
        readable, _, _ = select.select([server], [], [], 0.05)
        if readable:
            conn, addr = server.accept()
            thread = threading.Thread(target=talk, args=(conn, len(threads)))
            thread.start()
            threads.append(thread)
    for thread in threads:
        thread.join()
    print('threads joined:', len(threads))


server = socket.create_server(('127.0.0.1', 0))
server_thread = threading.Thread(target=serve, args=(server,))
server_thread.start()

clients = [socket.create_connection(server.getsockname()) for _ in range(5)]
for text in ['stressed', 'drawer']:
    for client in clients:
        client.sendall(text.encode())
    print(text, '->', sorted({client.recv(1024).decode() for client in clients}))
stopping.set()
clients[0].sendall(b'live')
print('asked to stop, and still answered:', clients[0].recv(1024).decode())
for client in clients:
    client.close()
server_thread.join()
server.close()
print('answers by client:', sorted(served.items()))
