package pythonic.concurrent.futures;

import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;

/** What the contracts of executors are tested on. */
abstract class ExecutorFactory {

  abstract ThreadPoolExecutor executor(ThreadPoolExecutorKeyword... keywords);
}
