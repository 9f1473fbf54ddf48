package org.saisei.systemtests.chaos.net;

/** Looks at what passes on one connection, on the threads that forward it: one for each direction. */
public interface Watch {

    /** Before bytes go on to the server. The buffer is lent. */
    void toServer(byte[] buffer, int length);

    /**
     * Before bytes go on to the client. The buffer is lent.
     *
     * @return false to cut the connection in their place
     */
    boolean toClient(byte[] buffer, int length);

    /** Looks away. */
    Watch NONE = new Watch() {
        @Override
        public void toServer(byte[] buffer, int length) {}

        @Override
        public boolean toClient(byte[] buffer, int length) {
            return true;
        }
    };
}
