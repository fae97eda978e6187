# Lesson 34: UDP, upper case by datagram
#
# There is no connection: each datagram comes whole, with the address to answer to. It may be empty, too.
#
# Run it alone: python3 lesson34.py
import socket
import threading


def serve(server, datagrams):
    for _ in range(datagrams):
        data, address = server.recvfrom(1024)
        print('received', data, 'from', address[0])
        server.sendto(data.upper(), address)


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('127.0.0.1', 0))
thread = threading.Thread(target=serve, args=(server, 4))
thread.start()

one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
two = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for client, message in [(one, b'one'), (two, b'two'), (one, b'three'), (two, b'')]:
    client.sendto(message, server.getsockname())
    answer, address = client.recvfrom(1024)
    print('answered', answer, address == server.getsockname())
thread.join()
two.sendto(b'longer than that', one.getsockname())
print('only a part of it:', one.recv(6))
for s in (one, two, server):
    s.close()
