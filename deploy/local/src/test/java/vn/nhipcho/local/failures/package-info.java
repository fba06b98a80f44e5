/**
 * The failure suite: the whole stack as separate processes, disturbed at random seeded moments, against an oracle that
 * shares no code with the product. Only {@code mvn verify -Pfailures} runs it.
 */
package vn.nhipcho.local.failures;
