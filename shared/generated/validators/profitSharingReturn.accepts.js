"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","out_return_no","return_account_type","return_account","return_amount","description"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"sub_appid":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"order_id":{"type":"string","minLength":1,"maxLength":64},"out_order_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"transaction_id":{"type":"string","minLength":1,"maxLength":32},"out_return_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"return_account_type":{"type":"string","const":"MERCHANT_ID"},"return_account":{"type":"string","minLength":1,"maxLength":64},"return_amount":{"type":"integer","minimum":1,"maximum":9007199254740991},"description":{"type":"string","minLength":1,"maxLength":80}},"oneOf":[{"required":["order_id"]},{"required":["out_order_no"]}]};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z_\\-|*@]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.order_id === undefined) && (missing0 = "order_id")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.out_order_no === undefined) && (missing1 = "out_order_no")){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((((((data.nonce_str === undefined) && (missing2 = "nonce_str")) || ((data.out_return_no === undefined) && (missing2 = "out_return_no"))) || ((data.return_account_type === undefined) && (missing2 = "return_account_type"))) || ((data.return_account === undefined) && (missing2 = "return_account"))) || ((data.return_amount === undefined) && (missing2 = "return_amount"))) || ((data.description === undefined) && (missing2 = "description"))){
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
return false;
break;
}
}
if(_errs4 === errors){
if(data.sub_mch_id !== undefined){
let data0 = data.sub_mch_id;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data0 === "string"){
if(data0.length > 32 && func3(data0) > 32){
return false;
}
else {
if(data0.length < 2 && func3(data0) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.sub_appid !== undefined){
let data1 = data.sub_appid;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data1 === "string"){
if(data1.length > 32 && func3(data1) > 32){
return false;
}
else {
if(data1.length < 2 && func3(data1) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.nonce_str !== undefined){
let data2 = data.nonce_str;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(data2.length > 32 && func3(data2) > 32){
return false;
}
else {
if(data2.length < 2 && func3(data2) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.order_id !== undefined){
let data3 = data.order_id;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(data3.length > 64 && func3(data3) > 64){
return false;
}
else {
if(data3.length < 2 && func3(data3) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.out_order_no !== undefined){
let data4 = data.out_order_no;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.transaction_id !== undefined){
let data5 = data.transaction_id;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data5 === "string"){
if(data5.length > 32 && func3(data5) > 32){
return false;
}
else {
if(data5.length < 2 && func3(data5) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.out_return_no !== undefined){
let data6 = data.out_return_no;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.return_account_type !== undefined){
let data7 = data.return_account_type;
const _errs19 = errors;
if(typeof data7 !== "string"){
return false;
}
if("MERCHANT_ID" !== data7){
return false;
}
var valid1 = _errs19 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.return_account !== undefined){
let data8 = data.return_account;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data8 === "string"){
if(data8.length > 64 && func3(data8) > 64){
return false;
}
else {
if(data8.length < 2 && func3(data8) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs21 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.return_amount !== undefined){
let data9 = data.return_amount;
const _errs23 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
return false;
}
if(errors === _errs23){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
return false;
}
else {
if(data9 < 1 || isNaN(data9)){
return false;
}
}
}
}
var valid1 = _errs23 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.description !== undefined){
let data10 = data.description;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data10 === "string"){
if(data10.length > 80 && func3(data10) > 80){
return false;
}
else {
if(data10.length < 2 && func3(data10) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs25 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
