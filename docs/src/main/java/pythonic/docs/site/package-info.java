/** Writes the pages that a newcomer reads, from the files that the tests run and the sources of the library. */
@NullMarked
package pythonic.docs.site;

import org.jspecify.annotations.NullMarked;
