/** What {@code gevent} needs of {@code greenlet} and users do not. */
package pythonic.internal.greenlets;
