/** Standard input and output as Python programs see them: whole lines. */
package pythonic.internal.console;
