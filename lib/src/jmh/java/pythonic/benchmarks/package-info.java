/** What the library costs, beside the class of {@code java.util.concurrent} that one would have used, and beside CPython. */
package pythonic.benchmarks;
