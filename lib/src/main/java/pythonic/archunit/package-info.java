/**
 * Rules for the tests of programs that use Pythonic. They need ArchUnit, which is optional: a program that has no such
 * tests does not get it.
 */
package pythonic.archunit;
