/** What greenlets wait for, used by threads each of which has a hub of its own: then they are told on the spot. */
package pythonic.jcstress.gevent;
