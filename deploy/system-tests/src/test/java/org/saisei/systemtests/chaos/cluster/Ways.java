package org.saisei.systemtests.chaos.cluster;

import org.saisei.systemtests.chaos.net.AnswerCut;
import org.saisei.systemtests.chaos.net.Proxy;
import org.saisei.systemtests.chaos.net.TransactionEnd;

/** The proxies around one replica, made before it is. */
final class Ways implements AutoCloseable {
    final AnswerCut answers = new AnswerCut();
    final TransactionEnd transactions = new TransactionEnd();
    final Proxy http = new Proxy(answers);
    final Proxy database = new Proxy();
    final Proxy kafka = new Proxy(transactions);

    void heal() {
        answers.disarm();
        transactions.disarm();
        for (var proxy : new Proxy[] {http, database, kafka}) {
            proxy.takeAgain();
            proxy.thaw();
        }
    }

    @Override
    public void close() {
        http.close();
        database.close();
        kafka.close();
    }
}
