/** What the library has to say while a program that uses it is compiled. */
package pythonic.internal.compiler;
