# Small programs with sockets, which show values and exceptions. SocketPrograms.java has the same in Java.
import inspect
import os
import select
import shutil
import struct
import tempfile
from socket import *

out = []
folder = tempfile.mkdtemp()
LOOPBACK = ('127.0.0.1', 0)


def say(*values):
    for value in values:
        out.append(repr(value).replace(folder, 'DIR'))


def show(f, *args, **kwargs):
    try:
        say(f(*args, **kwargs))
    except Exception as e:
        out.append(('%s: %s' % (type(e).__name__, e)).replace(folder, 'DIR'))


def path(name):
    return os.path.join(folder, name)


def pair():
    server = create_server(LOOPBACK)
    client = create_connection(server.getsockname())
    conn = server.accept()[0]
    server.close()
    return client, conn


def free_port():
    s = socket()
    s.bind(LOOPBACK)
    port = s.getsockname()[1]
    s.close()
    return port


def bad_addresses():
    s = socket()
    for call in s.bind, s.connect, s.connect_ex:
        show(call, 'x')
        show(call, ('127.0.0.1', 65536))
        show(call, ('127.0.0.1', -1))
    u = socket(AF_UNIX)
    show(u.bind, LOOPBACK)
    show(u.connect, LOOPBACK)
    show(u.bind, 'x' * 108)
    show(u.connect, '\0' + 'x' * 108)
    d = socket(AF_INET, SOCK_DGRAM)
    show(d.sendto, b'x', 'x')
    show(d.sendto, b'x', ('127.0.0.1', 70000))
    show(s.bind, ('192.0.2.1', 0))
    show(s.bind, ('::1', 0))
    for each in s, u, d:
        each.close()


def kinds():
    show(socket, 99)
    show(socket, AF_INET, 99)
    show(socket, AF_INET, SOCK_STREAM, 17)
    show(socket, AF_INET, SOCK_DGRAM, 6)
    show(socket, AF_UNIX, SOCK_STREAM, 6)
    show(socket, AF_INET, SOCK_SEQPACKET)
    s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC)
    say(s.type == SOCK_STREAM, s.gettimeout())
    s.close()
    show(socketpair, AF_INET)
    show(socketpair, AF_UNIX, 99)


def closed():
    s = socket()
    s.close()
    s.close()
    say(s.fileno(), s.detach())
    for call in s.accept, s.listen, s.getsockname, s.getpeername, s.dup, s.get_inheritable:
        show(call)
    show(s.recv, 1)
    show(s.recvfrom, 1)
    show(s.recv_into, bytearray(1))
    show(s.send, b'x')
    show(s.sendall, b'x')
    show(s.sendto, b'x', ('127.0.0.1', 9))
    show(s.bind, LOOPBACK)
    show(s.connect, ('127.0.0.1', 9))
    show(s.connect_ex, ('127.0.0.1', 9))
    show(s.shutdown, SHUT_RDWR)
    show(s.getsockopt, SOL_SOCKET, SO_TYPE)
    show(s.setsockopt, SOL_SOCKET, SO_REUSEADDR, 1)
    show(s.settimeout, 1)
    show(s.setblocking, False)
    show(s.recv, -1)


def refused():
    port = free_port()
    s = socket()
    show(s.connect, ('127.0.0.1', port))
    say(s.connect_ex(('127.0.0.1', port)))
    show(s.getpeername)
    s.close()
    show(create_connection, ('127.0.0.1', port))
    u = socket(AF_UNIX)
    show(u.connect, path('missing'))
    say(u.connect_ex(path('missing')))
    with open(path('plain'), 'w'):
        pass
    show(u.connect, path('plain'))
    v = socket(AF_UNIX)
    v.bind(path('bound'))
    show(u.connect, path('bound'))
    show(v.connect, path('bound'))
    v.close()
    show(u.connect, path('bound'))
    u.close()


def in_use():
    s = create_server(LOOPBACK)
    t = socket()
    show(t.bind, s.getsockname())
    show(s.bind, LOOPBACK)
    show(create_server, ('192.0.2.1', 0))
    u = socket(AF_UNIX)
    u.bind(path('taken'))
    show(u.bind, path('taken2'))
    v = socket(AF_UNIX)
    show(v.bind, path('taken'))
    show(v.bind, path('no/such'))
    for each in s, t, u, v:
        each.close()


def timeouts():
    s = create_server(LOOPBACK)
    s.settimeout(0.01)
    show(s.accept)
    a, b = pair()
    a.settimeout(0.01)
    show(a.recv, 1)
    show(a.recvfrom, 1)
    show(a.recv_into, bytearray(1))
    show(a.sendall, bytes(50000000))
    show(a.makefile('rb').read, 1)
    d = socket(AF_INET, SOCK_DGRAM)
    d.bind(LOOPBACK)
    d.settimeout(0.01)
    show(d.recvfrom, 1)
    u = socket(AF_UNIX, SOCK_DGRAM)
    u.settimeout(0.01)
    show(u.recv, 1)
    show(u.settimeout, -1)
    show(u.settimeout, float('nan'))
    say(u.gettimeout(), u.getblocking(), u.timeout)
    for each in s, a, b, d, u:
        each.close()


def not_blocking():
    s = create_server(LOOPBACK)
    s.setblocking(False)
    show(s.accept)
    a, b = pair()
    a.setblocking(False)
    show(a.recv, 1)
    show(a.sendall, bytes(50000000))
    show(b.recv, 0)
    show(b.recv, 1, MSG_DONTWAIT | MSG_PEEK)
    d = socket(AF_INET, SOCK_DGRAM)
    d.bind(LOOPBACK)
    d.settimeout(0)
    show(d.recvfrom, 1)
    u = socket(AF_UNIX, SOCK_DGRAM)
    u.settimeout(0)
    show(u.recv, 1)
    c = socket()
    c.setblocking(False)
    show(c.connect, s.getsockname())
    say(c.gettimeout(), c.getblocking(), c.timeout)
    for each in s, a, b, d, u, c:
        each.close()


def too_long():
    d = socket(AF_INET, SOCK_DGRAM)
    d.bind(LOOPBACK)
    show(d.sendto, bytes(65508), d.getsockname())
    show(d.sendto, bytes(70000), d.getsockname())
    say(d.sendto(bytes(65507), d.getsockname()), len(d.recv(70000)))
    d.connect(d.getsockname())
    show(d.send, bytes(65508))
    show(d.sendall, bytes(100000))
    a, b = socketpair(AF_UNIX, SOCK_DGRAM)
    show(a.send, bytes(1000000))
    for each in d, a, b:
        each.close()


def reset():
    a, b = pair()
    a.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack('ii', 1, 0))
    a.close()
    show(b.recv, 1)
    say(b.recv(1))
    show(b.send, b'x')
    b.close()
    a, b = pair()
    a.sendall(b'unread')
    b.recv(1)
    b.close()
    show(a.recv, 1)
    show(a.sendall, b'x')
    a.close()


def gone():
    a, b = pair()
    b.close()
    say(a.recv(1))
    a.close()
    a, b = socketpair()
    b.close()
    say(a.recv(1))
    show(a.send, b'x')
    a.close()
    a, b = socketpair(AF_UNIX, SOCK_DGRAM)
    b.close()
    show(a.send, b'x')
    a.close()


def not_connected():
    for s in socket(), socket(AF_UNIX):
        show(s.recv, 1)
        show(s.send, b'x')
        show(s.getpeername)
        show(s.shutdown, SHUT_WR)
        show(s.accept)
        s.close()
    for d in socket(AF_INET, SOCK_DGRAM), socket(AF_UNIX, SOCK_DGRAM):
        show(d.send, b'x')
        show(d.getpeername)
        show(d.listen)
        show(d.accept)
        show(d.recv, 1, MSG_DONTWAIT)
        d.close()
    u = socket(AF_UNIX, SOCK_DGRAM)
    show(u.shutdown, SHUT_WR)
    u.close()


def connected_twice():
    a, b = pair()
    show(a.connect, b.getsockname())
    show(a.bind, LOOPBACK)
    show(a.listen)
    show(a.accept)
    show(a.shutdown, 7)
    for each in a, b:
        each.close()


def half_closed():
    for a, b in pair(), socketpair():
        a.shutdown(SHUT_WR)
        say(b.recv(1))
        show(a.send, b'x')
        b.sendall(b'still')
        say(a.recv(9))
        b.shutdown(SHUT_RDWR)
        say(a.recv(9))
        a.close()
        b.close()
    a, b = pair()
    a.shutdown(SHUT_RD)
    say(a.recv(1))
    a.close()
    b.close()


def udp():
    a = socket(AF_INET, SOCK_DGRAM)
    b = socket(AF_INET, SOCK_DGRAM)
    a.bind(LOOPBACK)
    b.bind(LOOPBACK)
    say(a.sendto(b'one', b.getsockname()), a.sendto(b'', b.getsockname()), a.sendto(b'three', b.getsockname()))
    say(b.recv(2, MSG_PEEK), b.recv(10))
    data, sender = b.recvfrom(10)
    say(data, sender == a.getsockname())
    say(b.recv(2))
    a.connect(b.getsockname())
    say(a.send(b'four'), a.sendmsg([b'fi', b've']), b.recv(9))
    say(b.recvmsg(2)[:3])
    say(a.getpeername() == b.getsockname())
    b.close()
    a.send(b'x')
    show(a.recv, 1)
    a.close()


def unix_stream():
    s = socket(AF_UNIX)
    say(s.getsockname())
    s.bind(path('stream'))
    say(s.getsockname(), os.path.exists(path('stream')))
    os.chmod(path('stream'), 0o600)
    s.listen()
    say(os.path.exists(path('stream')), oct(os.stat(path('stream')).st_mode & 0o777))
    c = socket(AF_UNIX)
    c.connect(path('stream'))
    conn, peer = s.accept()
    say(peer, conn.getsockname(), conn.getpeername(), c.getsockname(), c.getpeername())
    c.sendall(b'hello')
    say(conn.recv(9))
    s.close()
    say(os.path.exists(path('stream')))
    for each in c, conn:
        each.close()


def unix_names():
    s = socket(AF_UNIX)
    name = '\0pythonic-' + os.path.basename(folder)
    s.bind(name)
    s.listen()
    say(s.getsockname() == name.encode())
    c = socket(AF_UNIX)
    c.connect(name)
    conn, peer = s.accept()
    say(peer, c.getsockname(), c.getpeername() == name.encode())
    c.sendall(b'hello')
    say(conn.recv(9))
    conn.close()
    say(c.recv(9))
    t = socket(AF_UNIX)
    show(t.bind, name)
    show(t.connect, name + '-none')
    for each in s, c, t:
        each.close()


def unix_datagrams():
    a = socket(AF_UNIX, SOCK_DGRAM)
    b = socket(AF_UNIX, SOCK_DGRAM)
    say(a.getsockname())
    show(a.sendto, b'x', path('b'))
    b.bind(path('b'))
    say(a.sendto(b'one', path('b')), b.recvfrom(9))
    a.bind(path('a'))
    say(a.getsockname())
    say(a.sendto(b'two', path('b')), b.recvfrom(2))
    say(a.sendto(b'', path('b')), b.recvfrom(2))
    a.connect(path('b'))
    say(a.getpeername(), a.send(b'three'), a.sendmsg([b'fo', b'ur']))
    say(b.recv(3, MSG_PEEK), b.recv(9))
    say(b.recvmsg(2)[:3])
    say(b.sendto(b'five', path('a')), a.recv(9))
    show(b.bind, path('c'))
    c = socket(AF_UNIX, SOCK_DGRAM)
    show(c.bind, path('a'))
    show(c.sendto, b'x', path('a'))
    b.close()
    show(a.send, b'x')
    show(c.sendto, b'x', path('b'))
    show(c.sendto, b'x', path('no'))
    say(c.type == SOCK_DGRAM, c.family == AF_UNIX, c.proto)
    for each in a, c:
        each.close()


def unix_datagram_names():
    a = socket(AF_UNIX, SOCK_DGRAM)
    b = socket(AF_UNIX, SOCK_DGRAM)
    name = '\0pythonic-d-' + os.path.basename(folder)
    a.bind(name)
    b.bind('')
    say(a.getsockname() == name.encode(), b.getsockname()[:1], len(b.getsockname()))
    b.sendto(b'x', name)
    data, sender = a.recvfrom(9)
    say(data, sender == b.getsockname())
    a.sendto(b'y', sender)
    say(b.recv(9))
    for each in a, b:
        each.close()


def packets():
    a, b = socketpair(AF_UNIX, SOCK_SEQPACKET)
    say(a.send(b'one'), a.send(b'two'), b.recv(9), b.recv(2))
    a.shutdown(SHUT_WR)
    say(b.recv(9))
    show(a.send, b'x')
    a.close()
    show(b.send, b'x')
    b.close()
    s = socket(AF_UNIX, SOCK_SEQPACKET)
    show(s.listen)
    s.bind(path('packets'))
    s.listen()
    c = socket(AF_UNIX, SOCK_SEQPACKET)
    show(c.recv, 1)
    show(c.send, b'x')
    c.connect(path('packets'))
    show(c.connect, path('packets'))
    conn, peer = s.accept()
    say(peer, conn.getsockname(), c.getpeername(), c.getsockname())
    conn.send(b'hello')
    say(c.recv(3), s.getsockopt(SOL_SOCKET, SO_ACCEPTCONN), c.getsockopt(SOL_SOCKET, SO_TYPE) == SOCK_SEQPACKET)
    s.settimeout(0.01)
    show(s.accept)
    for each in s, c, conn:
        each.close()


def pairs():
    for kind in SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET:
        a, b = socketpair(AF_UNIX, kind)
        say(a.getsockname(), a.getpeername(), a.send(b'x'), b.recvfrom(9), a.type == kind)
        d = a.dup()
        a.close()
        say(d.send(b'y'), b.recv(9))
        b.settimeout(0)
        show(b.recv, 1)
        d.close()
        b.close()


def options():
    s = socket()
    say(s.getsockopt(SOL_SOCKET, SO_REUSEADDR), s.getsockopt(SOL_SOCKET, SO_TYPE), s.getsockopt(SOL_SOCKET, SO_ERROR))
    s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    s.setsockopt(IPPROTO_TCP, TCP_NODELAY, True)
    say(s.getsockopt(SOL_SOCKET, SO_REUSEADDR), s.getsockopt(IPPROTO_TCP, TCP_NODELAY))
    s.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack('ii', 1, 5))
    say(s.getsockopt(SOL_SOCKET, SO_LINGER, 8), s.getsockopt(SOL_SOCKET, SO_LINGER))
    show(s.setsockopt, SOL_SOCKET, SO_LINGER, 1)
    show(s.setsockopt, SOL_SOCKET, SO_REUSEADDR, b'')
    show(s.getsockopt, SOL_SOCKET, 9999)
    show(s.setsockopt, 9999, 1, 1)
    show(s.getsockopt, SOL_SOCKET, SO_TYPE, 2000)
    show(s.getsockopt, SOL_SOCKET, SO_TYPE, -1)
    s.close()
    u = socket(AF_UNIX, SOCK_DGRAM)
    say(u.getsockopt(SOL_SOCKET, SO_TYPE), u.getsockopt(SOL_SOCKET, SO_DOMAIN), u.getsockopt(SOL_SOCKET, SO_PASSCRED))
    u.setsockopt(SOL_SOCKET, SO_PASSCRED, 1)
    say(u.getsockopt(SOL_SOCKET, SO_PASSCRED), u.getsockopt(SOL_SOCKET, SO_PASSCRED, 4))
    show(u.getsockopt, IPPROTO_TCP, TCP_NODELAY)
    show(u.setsockopt, IPPROTO_TCP, TCP_NODELAY, 1)
    u.close()


def files():
    a, b = socketpair()
    show(a.makefile, 'x')
    show(a.makefile, 'r', 0)
    f = a.makefile('rw')
    f.write('grüße\nzwei\n')
    f.flush()
    g = b.makefile('r', newline='')
    say(g.readline(), g.read(2))
    b.sendall(b'a\r\nb\rc\n')
    b.shutdown(SHUT_WR)
    say(f.readlines(), f.read(), f.closed)
    f.close()
    show(f.read)
    g.close()
    a.close()
    b.close()


def messages():
    a, b = socketpair()
    say(a.sendmsg([b'ab', b'', b'cd']), b.recvmsg(3)[0], b.recvmsg(3)[:3])
    show(b.recvmsg, -1)
    show(b.recvmsg, 1, -1)
    show(b.recv_into, bytearray(1), 2)
    show(b.recvfrom_into, bytearray(1), 2)
    show(b.recvfrom, -1)
    a.sendall(b'12345')
    buffer = bytearray(4)
    say(b.recv_into(buffer, 2), bytes(buffer[:2]), b.recv_into(buffer), bytes(buffer[:3]))
    for each in a, b:
        each.close()


def numbers():
    say(inet_aton('127.1'), inet_ntoa(b'\x7f\0\0\1'), inet_pton(AF_INET6, '::1'), inet_ntop(AF_INET6, bytes(16)))
    for text in '256.1.1.1', '', '1.2.3.4.5', 'x', '1.2.3.4::', '1.2.3.4::1':
        show(inet_aton, text)
        show(inet_pton, AF_INET, text)
        show(inet_pton, AF_INET6, text)
    show(inet_ntoa, b'123')
    show(inet_ntop, AF_INET, b'123')
    show(inet_ntop, 99, b'123')
    say(htons(1), ntohs(256), htonl(1), ntohl(16777216))
    show(htons, 65536)
    show(htons, -1)
    show(htonl, 1 << 32)
    show(htonl, -1)
    show(getservbyname, 'no-such-service')
    show(getservbyport, 70000)
    show(if_nametoindex, 'no-such')
    show(getaddrinfo, 'x.invalid', 80, 0, 0, 0, AI_NUMERICHOST)


def raw():
    try:
        s = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)
    except PermissionError as e:
        say(str(e))
        return
    s.settimeout(5)
    s.connect(('127.0.0.1', 0))
    say(s.send(b'\x08\x00\xf7\xfd\x00\x01\x00\x01'))
    say(s.recv(99)[20:])
    show(s.getpeername)
    s.close()


def file_sending():
    a, b = socketpair()
    with open(path('file'), 'wb') as f:
        f.write(b'0123456789')
    with open(path('file'), 'rb') as f:
        say(a.sendfile(f), f.tell(), b.recv(99))
        say(a.sendfile(f, 3, 4), f.tell(), b.recv(99))
        say(a.sendfile(f, 10), a.sendfile(f, 20))
        show(a.sendfile, f, 0, 0)
        show(a.sendfile, f, 0, -1)
        a.setblocking(False)
        show(a.sendfile, f)
    for each in a, b:
        each.close()
    d = socket(AF_INET, SOCK_DGRAM)
    with open(path('file'), 'rb') as f:
        show(d.sendfile, f)
    d.close()


def second_thoughts():
    u = socket(AF_INET, SOCK_DGRAM)
    show(u.sendto, b'x', ('127.0.0.1', 0))
    u.close()
    s = create_server(LOOPBACK)
    show(s.shutdown, SHUT_WR)
    s.close()
    a = socket(AF_UNIX)
    a.bind(path('own'))
    show(a.bind, path('own'))
    show(a.bind, path('other'))
    show(a.bind, path('none') + '/other')
    a.listen()
    show(a.bind, path('own'))
    show(a.shutdown, SHUT_WR)
    c = socket(AF_UNIX)
    show(c.bind, path('own'))
    c.connect(path('own'))
    d = a.accept()[0]
    d.send(b'abc')
    say(c.recvmsg(1), c.recvfrom(1), c.recvmsg(1, 100))
    for each in a, c, d:
        each.close()


def file_reads():
    a, b = socketpair()
    f = b.makefile('b')
    a.sendall(b'hello\nworld\nthree\nfour\nfive')
    say(f.mode, f.name == b.fileno(), f.seekable(), f.isatty(), f.readable(), f.writable())
    say(f.peek()[:3], f.read1(3), f.readline())
    buffer = bytearray(3)
    say(f.readinto(buffer), bytes(buffer), f.readinto1(buffer), bytes(buffer), f.readlines(3))
    show(f.read, -2)
    show(f.write, b'x')
    a.close()
    say(f.read1(2), f.read1(0), f.readinto(bytearray(100)), f.readinto(buffer), f.read1(), f.peek(), f.read())
    f.close()
    c, d = socketpair()
    c.sendall(b'abcdefghijklmnopqrstuvwxyz')
    g = d.makefile('rb', 3)
    say(g.read(1), g.read1(9), g.read1(9), g.read(1), g.readinto1(buffer), bytes(buffer), g.peek(), g.readinto1(bytearray(9)), g.peek())
    c.close()
    d.close()
    g.close()
    for call in f.read, f.read1, f.peek, f.readline, f.readlines, f.fileno, f.isatty, f.seekable, f.readable, f.flush:
        show(call)
    show(f.readinto, buffer)
    say(f.name, b.fileno() >= 0)
    b.close()


def file_raw():
    a, b = socketpair()
    f = b.makefile('rwb', 0)
    a.sendall(b'hello\nworld')
    say(f.read(100), f.mode, f.write(b'abc'))
    a.sendall(b'hello\nworld\nx')
    say(f.read(2), f.readline(), f.readline(3), f.readline(), f.readinto(bytearray(9)))
    for name in 'peek', 'read1':
        show(lambda: getattr(f, name)())
    b.setblocking(False)
    say(f.read(5), f.read(), f.readinto(bytearray(3)))
    show(f.readline)
    a.sendall(b'12')
    say(f.read())
    a.shutdown(SHUT_WR)
    say(f.read(5), f.read(), f.readline())
    f.close()
    show(f.read)
    show(f.write, b'x')
    f = b.makefile('rb', 0)
    show(f.write, b'x')
    f = b.makefile('wb', 0)
    show(f.read)
    show(f.readline)
    a.close()
    b.close()


def file_writes():
    a, b = socketpair()
    b.setblocking(False)
    def sent(written):
        try:
            say(written, b.recv(99))
        except BlockingIOError:
            say(written, None)
    f = a.makefile('wb', 4)
    for data in b'ab', b'cd', b'ef', b'ghij', b'k', b'lmnopq', b'':
        sent(f.write(data))
    sent(f.flush())
    g = a.makefile('w', 1, newline='\r\n')
    sent(g.write('one\n'))
    sent(g.writelines(['two', '\n']))
    sent(g.flush())
    for each in f, g, a, b:
        each.close()


def file_not_blocking():
    a, b = socketpair()
    b.setblocking(False)
    f = b.makefile('rb')
    say(f.read(2), f.read(), f.readline(), f.read1(), f.peek(), f.readinto(bytearray(2)), f.read(0), f.readlines())
    a.sendall(b'xyz')
    say(f.read(5), f.read(5))
    a.sendall(b'pq')
    say(f.readline())
    a.close()
    say(f.read(5), f.read())
    f.close()
    b.close()
    a, b = socketpair()
    a.setblocking(False)
    f = a.makefile('wb', 10)
    while True:
        try:
            a.send(b'x')
        except BlockingIOError:
            break
    say(f.write(b'1234567'))
    for data in b'89', b'abc', bytes(30), b'':
        try:
            say(f.write(data))
        except BlockingIOError as e:
            say(e, str(e), e.characters_written)
    show(f.flush)
    a.setblocking(True)
    b.setblocking(False)
    got = b''
    while True:
        try:
            got += b.recv(100000)
        except BlockingIOError:
            break
    f.flush()
    say(b.recv(99))
    f.close()
    show(f.flush)
    show(f.write, b'x')
    show(f.writelines, [])
    g = a.makefile('w')
    for call in g.read, g.readline:
        show(call)
    g.close()
    for call in g.flush, g.readable, g.writable:
        show(call)
    show(a.makefile, 'r', newline='x')
    show(a.makefile('wb').read)
    a.close()
    b.close()
    e = BlockingIOError(11, 'x')
    show(lambda: e.characters_written)


def hosts_as_numbers():
    for host in '127.1', '0x7f.1', '010.0.0.1', '2130706433', '', '0', '256.1.1.1', '127.0.0.1 ', '::ffff:1.2.3.4', '1::2::3', 'fe80::1%1':
        show(lambda: [x[4] for x in getaddrinfo(host, 80, 0, SOCK_STREAM)])
    for port in '', '80', 80, 70000, -1, '-1', 'no-such', 'http', None:
        show(lambda: [(int(x[1]), x[2], x[4]) for x in getaddrinfo('127.0.0.1', port)])
    for type, proto, port in (0, IPPROTO_TCP, 80), (0, IPPROTO_UDP, 80), (SOCK_STREAM, IPPROTO_UDP, 80), (SOCK_RAW, IPPROTO_ICMP, 80), (0, IPPROTO_ICMP, None), (SOCK_SEQPACKET, 0, 80), (0, 999, 80), (99, 0, 80), (SOCK_DGRAM, 0, 'http'):
        show(lambda: [(int(x[1]), x[2], x[4]) for x in getaddrinfo('127.0.0.1', port, 0, type, proto)])
    show(getaddrinfo, '127.0.0.1', 'http', 0, 0, 0, AI_NUMERICSERV)
    show(getnameinfo, ('127.0.0.1', -1), 0)
    show(getnameinfo, ('', 80), 0)
    show(getnameinfo, ('127.0.0.1', 80), 1 << 20)
    show(gethostbyname, '0x10')
    show(create_connection, ('', 80))
    show(create_connection, ('127.0.0.1', -1))
    show(socket, AF_INET, SOCK_STREAM, 0, -1)
    say(gaierror(1, 'x'), herror(2, 'y'))


def mapped():
    server = create_server(LOOPBACK)
    c = socket(AF_INET6)
    c.connect(('::ffff:127.0.0.1', server.getsockname()[1]))
    say(c.getpeername()[0], c.getsockname()[0])
    u = socket(AF_INET6, SOCK_DGRAM)
    d = socket(AF_INET, SOCK_DGRAM)
    d.bind(LOOPBACK)
    say(u.sendto(b'x', ('::ffff:127.0.0.1', d.getsockname()[1])), d.recv(9))
    for each in server, c, u, d:
        each.close()


def told_once():
    server = create_server(LOOPBACK)
    for timeout in None, 5, 0:
        c = socket()
        c.settimeout(timeout)
        if timeout == 0:
            show(c.connect, server.getsockname())
            select.select([], [c], [])
        else:
            c.connect(server.getsockname())
        say(c.connect_ex(server.getsockname()), c.connect_ex(server.getsockname()))
        c.close()
    server.close()


def connected_datagrams():
    a = socket(AF_INET, SOCK_DGRAM)
    b = socket(AF_INET, SOCK_DGRAM)
    a.bind(LOOPBACK)
    b.bind(LOOPBACK)
    for text in b'one', b'', b'three', b'four':
        a.sendto(text, b.getsockname())
    say(b.recv(9))
    b.connect(a.getsockname())
    say(b.recv(9), b.recv(9, MSG_PEEK), b.recv(2))
    a.connect(b.getsockname())
    say(b.send(b''), b.send(b'five'), b.sendall(b''), b.sendto(b'', a.getsockname()))
    say(a.recv(9), a.recv(9), a.recv(9), a.recv(9), b.recv(9), b.getpeername() == a.getsockname())
    b.settimeout(0.01)
    show(b.recv, 1)
    for each in a, b:
        each.close()


def wait_flags():
    u = socket(AF_INET, SOCK_DGRAM)
    u.bind(LOOPBACK)
    for text in b'one', b'two', b'three':
        u.sendto(text, u.getsockname())
    say(u.recv(100, MSG_WAITALL), u.recv(0), u.recv_into(bytearray(0)), u.recvfrom(0)[0], u.recv(9))
    a, b = pair()
    a.send(b'xy')
    b.settimeout(0.01)
    say(b.recv(3, MSG_WAITALL))
    show(b.recv, 3, MSG_DONTWAIT)
    b.settimeout(None)
    show(b.recv, 3, MSG_DONTWAIT)
    a.send(b'abc')
    say(b.recv(3, MSG_WAITALL))
    s = create_server(LOOPBACK)
    name = s.getsockname()
    s.shutdown(SHUT_RD)
    show(s.accept)
    say(s.getsockname() == name)
    z = socket(AF_UNIX)
    z.bind(path('zero\0one'))
    say(os.path.exists(path('zero')))
    for each in u, a, b, s, z:
        each.close()


def levels():
    u = socket(AF_UNIX)
    show(u.setsockopt, IPPROTO_TCP, TCP_KEEPIDLE, 1)
    show(u.getsockopt, IPPROTO_TCP, TCP_NODELAY)
    show(u.setsockopt, IPPROTO_IP, IP_TOS, 0)
    show(u.setsockopt, IPPROTO_IPV6, IPV6_V6ONLY, 1)
    d = socket(AF_INET, SOCK_DGRAM)
    show(d.setsockopt, IPPROTO_TCP, TCP_NODELAY, 1)
    show(d.setsockopt, IPPROTO_TCP, TCP_KEEPCNT, 1)
    show(d.setsockopt, IPPROTO_IP, IP_MULTICAST_IF, inet_aton('127.0.0.1'))
    for each in u, d:
        each.close()


if __name__ == '__main__':
    try:
        for name, program in list(globals().items()):
            if inspect.isfunction(program) and program.__module__ == '__main__' and name not in ('say', 'show', 'path', 'pair', 'free_port'):
                program()
                print('\n'.join([name] + out) + '\n')
                out.clear()
    finally:
        shutil.rmtree(folder)
