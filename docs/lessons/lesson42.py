# Lesson 42: select.select, one thread and many clients
#
# select tells which of many sockets can be read, so that one thread serves them all and waits for none alone. Listening
# sockets are readable when a client has come, and standard input when something was typed.
#
# Run it alone: python3 lesson42.py
import select
import socket
import sys
import threading


def serve(listeners, clients):
    readers = list(listeners)
    while clients > 0:
        readable, writable, exceptional = select.select(readers, [], [])
        for one in readable:
            if one in listeners:
                conn, addr = one.accept()
                conn.setblocking(False)
                readers.append(conn)
                continue
            data = one.recv(1024)
            if data:
                one.send(data.upper() if one.getsockname() == listeners[0].getsockname() else data[::-1])
            else:
                readers.remove(one)
                one.close()
                clients -= 1


def ask_all(clients, text):
    for client in clients:
        client.sendall(text.encode())
    return [client.recv(1024).decode() for client in clients]


listeners = [socket.create_server(('127.0.0.1', 0)), socket.create_server(('127.0.0.1', 0))]
for listener in listeners:
    listener.setblocking(False)
print('nobody has come:', select.select(listeners, [], [], 0.05))
server = threading.Thread(target=serve, args=(listeners, 6))
server.start()
clients = [socket.create_connection(listeners[i % 2].getsockname()) for i in range(6)]
for text in ['hello', 'select']:
    print(text, '->', ask_all(clients, text))
for client in clients:
    client.close()
server.join()
for listener in listeners:
    listener.close()

print('type something within three seconds')
typed = select.select([sys.stdin], [], [], 3)[0]
line = sys.stdin.readline() if typed else ''
print('typed:', line.strip() or 'nothing')
