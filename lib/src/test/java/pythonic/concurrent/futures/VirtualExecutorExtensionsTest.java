package pythonic.concurrent.futures;

import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;

final class VirtualExecutorExtensionsTest extends ExecutorExtensionsContract {

  @Override
  ThreadPoolExecutor executor(ThreadPoolExecutorKeyword... keywords) {
    return VirtualExecutorTest.virtualExecutor(keywords);
  }
}
