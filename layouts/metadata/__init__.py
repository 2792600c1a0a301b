"""What programs are told of the data: catalogues and schemas, made from the same description."""
