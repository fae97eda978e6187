/** The hazards of pools: their boards, the ends of tasks and of pools. */
package pythonic.jcstress.pools;
