@org.jspecify.annotations.NullMarked
package eventkit.availability;
