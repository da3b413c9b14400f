@org.jspecify.annotations.NullMarked
package eventkit.planning;
