/** The hazards of sockets that are closed, and of servers that are shut down, while another thread waits there. */
package pythonic.jcstress.sockets;
