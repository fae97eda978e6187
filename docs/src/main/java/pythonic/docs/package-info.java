/** What runs the lessons. */
@NullMarked
package pythonic.docs;

import org.jspecify.annotations.NullMarked;
