import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/** The JDK's own XSD validator. Arguments: a schema, and a file with one XML document a line. Prints one verdict a line. */
public class XsdPeer {
  public static void main(String[] args) throws Exception {
    Schema schema = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema").newSchema(new File(args[0]));
    for (String document : Files.readString(Path.of(args[1])).split("\n")) {
      try {
        schema.newValidator().validate(new StreamSource(new StringReader(document)));
        System.out.println("valid");
      } catch (Exception fault) {
        System.out.println("invalid");
      }
    }
  }
}
